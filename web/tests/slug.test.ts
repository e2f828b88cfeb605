import { expect, test } from 'vitest';
import { galleryPath, isSlug, slugOf } from '../src/lib/slug';

test.each([
    ['Anna & Budi', 'anna-and-budi'],
    ['  Déwi’s   Birthday! ', 'dewis-birthday'],
    ['งานแต่ง 2026', '2026'],
    ['x'.repeat(80), 'x'.repeat(63)],
])('the address of %j is %j', (name, slug) => expect(slugOf(name)).toBe(slug));

test('an address has 3 to 63 characters and no hyphen at its ends', () => {
    expect(['abc', 'a-b', '2026'].every(isSlug)).toBe(true);
    expect(['ab', '-ab', 'ab-', 'Abc', 'a b', 'x'.repeat(64)].some(isSlug)).toBe(false);
});

test.each([
    ['https://photos.example/e/anna-budi', '/e/anna-budi'],
    ['https://photos.example/e/anna-budi/?utm=x#join=S3cret', '/e/anna-budi#join=S3cret'],
    ['Anna & Budi', '/e/anna-and-budi'],
    ['?', null],
])('the invitation %j leads to %j', (invitation, path) => expect(galleryPath(invitation)).toBe(path));
