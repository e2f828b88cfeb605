import { m } from '../src/lib/language.svelte';
import { messages } from '../src/messages/en';

Object.assign(m, messages);
