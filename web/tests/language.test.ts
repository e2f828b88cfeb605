import { expect, test } from 'vitest';
import { preferred } from '../src/lib/language.svelte';
import { formats } from '../src/lib/formats';
import { messages as adminEn } from '../src/messages/admin/en';
import { messages as adminId } from '../src/messages/admin/id';
import { messages as adminTh } from '../src/messages/admin/th';
import { messages as en } from '../src/messages/en';
import { messages as id } from '../src/messages/id';
import { messages as th } from '../src/messages/th';

test.each([
    [null, ['th-TH', 'en-US'], 'th'],
    [null, ['in-ID'], 'id'],
    [null, ['fr-FR', 'id'], 'id'],
    [null, ['fr'], 'en'],
    ['en', ['th'], 'en'],
    ['klingon', ['th'], 'th'],
    [null, [], 'en'],
])('chosen %s, with a browser of %s, Kilat speaks %s', (chosen, browser, spoken) => {
    expect(preferred(chosen, browser)).toBe(spoken);
});

/** What may be the same in two languages: names, examples and units. */
const SAME = new Set(['landing.placeholder', 'admin.title', 'admin.eventNameHint']);

function sentences(part: object, path = ''): [string, string][] {
    return Object.entries(part).flatMap(([key, value]): [string, string][] => {
        const at = path + key;
        if (typeof value === 'object') return sentences(value as object, `${at}.`);
        return typeof value === 'string' && !SAME.has(at) ? [[at, value]] : [];
    });
}

test.each([
    ['Indonesian', { ...id, ...adminId }],
    ['Thai', { ...th, ...adminTh }],
])('nothing is left in English in %s', (_, language) => {
    const english = new Map(sentences({ ...en, ...adminEn }));
    expect(sentences(language).filter(([at, text]) => english.get(at) === text)).toEqual([]);
});

test('times are told as people say them', () => {
    const now = Date.parse('2026-06-20T12:00:00Z');
    const f = formats('en');
    expect(f.ago('2026-06-20T11:58:00Z', now)).toBe('2 min. ago');
    expect(f.ago('2026-06-20T09:00:00Z', now)).toBe('3 hr. ago');
    expect(f.ago('2026-06-13T09:00:00Z', now)).toContain('June');
});

test.each(['en-GB', 'id', 'th'])('numbers and clocks are written as in %s', (language) => {
    const f = formats(language);
    const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    for (const n of [0, 7, 999, 1000, 12345]) expect(f.whole(n)).toBe(new Intl.NumberFormat(language).format(n));
    for (const at of ['2026-06-20T00:05:00Z', '2026-06-20T23:59:00Z']) expect(f.clock(at)).toBe(clock.format(new Date(at)));
});
