import type { AdminMessages } from '../messages/admin/en';
import { messages as en, type Messages } from '../messages/en';
import { messages as id } from '../messages/id';
import { messages as th } from '../messages/th';

/** The languages that Kilat speaks, by their own names. */
export const LANGUAGES = { en: 'English', id: 'Bahasa Indonesia', th: 'ไทย' } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = 'kilat:language';
type Part = Record<Language, () => Promise<object>>;

/** Two languages too many are less to wait for than one more request. */
const ofAll: Part = { en: async () => en, id: async () => id, th: async () => th };
const parts: Part[] = [ofAll];

/** Every sentence a person reads, in the language spoken now. Empty until {@link speak} has been awaited once. */
export const m = $state({} as Messages & AdminMessages);

const spoken = $state({ language: 'en' as Language });

export function language(): Language {
    return spoken.language;
}

/** The one chosen before, else the first of the browser's that Kilat speaks. */
export function preferred(chosen: string | null, browser: readonly string[]): Language {
    const wanted = [chosen ?? '', ...browser].map((tag) => tag.toLowerCase().split('-')[0]!);
    // Browsers older than the standard's renaming call Indonesian "in".
    return wanted.map((tag) => (tag === 'in' ? 'id' : tag)).find((tag): tag is Language => tag in LANGUAGES) ?? 'en';
}

/** Speaks a language from here on: every sentence on the page changes at once. */
export async function speak(wanted: Language): Promise<void> {
    Object.assign(m, ...(await Promise.all(parts.map((part) => part[wanted]()))));
    spoken.language = wanted;
    document.documentElement.lang = wanted;
}

/** Sentences of one page only, from here on in whatever language is spoken. */
export async function learn(part: Part): Promise<void> {
    parts.push(part);
    Object.assign(m, await part[spoken.language]());
}

export function remembered(): string | null {
    try {
        return localStorage.getItem(KEY);
    } catch {
        return null; // Private windows refuse storage.
    }
}

export function remember(chosen: Language): void {
    try {
        localStorage.setItem(KEY, chosen);
    } catch {
        // The choice lasts as long as the page.
    }
}
