import { m } from '../src/lib/language.svelte';
import { messages as admin } from '../src/messages/admin/en';
import { messages } from '../src/messages/en';

Object.assign(m, messages, admin);
