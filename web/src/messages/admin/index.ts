import type { Language } from '../../lib/language.svelte';
import type { AdminMessages } from './en';

/** What only admins read; a guest's phone never loads it. */
export const adminSentences: Record<Language, () => Promise<AdminMessages>> = {
    en: async () => (await import('./en')).messages,
    id: async () => (await import('./id')).messages,
    th: async () => (await import('./th')).messages,
};
