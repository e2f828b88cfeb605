// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import Gallery from '../src/gallery/Gallery.svelte';
import type { GalleryView } from '../src/lib/gallery-store';
import { photoOf } from './log-server';

const event = { slug: 'demo', name: 'Anna & Budi', starts_at: null, ends_at: null, access: 'public' } as const;
const view = (n: number, more: Partial<GalleryView> = {}): GalleryView => ({
    phase: 'ready',
    live: 'live',
    event,
    photos: Array.from({ length: n }, (_, i) => photoOf(`photo-${n - i}`, n - i)),
    count: n,
    hasMore: false,
    pinned: null,
    ...more,
});
const props = { onmore: () => {}, ondownload: async () => {} };

beforeEach(() => {
    // jsdom lays nothing out; a wall needs a width.
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(390);
    vi.stubGlobal('ResizeObserver', class { observe() {} unobserve() {} disconnect() {} });
    vi.stubGlobal('IntersectionObserver', class { observe() {} disconnect() {} });
    // Nobody waits for movement here, and jsdom knows no media.
    vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
    history.replaceState(null, '', '/e/demo');
    window.scrollTo = vi.fn() as never;
    window.scrollBy = vi.fn() as never;
    scrolledTo(0);
});

/** What one test leaves open would be found by the next. */
afterEach(async () => {
    if (!document.querySelector('.pswp')) return;
    history.back();
    await vi.waitFor(() => expect(document.querySelector('.pswp')).toBeNull());
});

function scrolledTo(y: number): void {
    Object.defineProperty(window, 'scrollY', { value: y, configurable: true });
}

const tiles = (): (string | undefined)[] => [...document.querySelectorAll<HTMLElement>('[data-photo]')].map((tile) => tile.dataset['photo']);
const pill = (): HTMLElement => screen.getByText('New Images Added').closest('button')!;

test('an empty gallery says that it fills by itself', () => {
    render(Gallery, { view: view(0), ...props });
    expect(screen.getByText('The first photo will appear here by itself.')).toBeTruthy();
    expect(screen.getByText('Anna & Budi', { selector: 'h1' })).toBeTruthy();
});

test('at the top a new photo joins the wall at once', async () => {
    const { rerender } = render(Gallery, { view: view(2), ...props });
    await rerender({ view: view(3), ...props });
    expect(tiles()).toEqual(['photo-3', 'photo-2', 'photo-1']);
    expect(pill().tabIndex).toBe(-1);
});

test('a photo that comes alone is seen to come, those that follow it quickly just take their places', async () => {
    vi.spyOn(performance, 'now').mockReturnValue(10_000);
    const { rerender } = render(Gallery, { view: view(2), ...props });
    const unfolding = (): unknown[] => [...document.querySelectorAll<HTMLElement>('.arriving')].map((tile) => tile.dataset['photo']);
    const gliding = (): boolean => document.querySelector('ul')!.classList.contains('gliding');
    vi.mocked(performance.now).mockReturnValue(12_000);
    await rerender({ view: view(3), ...props });
    expect([unfolding(), gliding()]).toEqual([['photo-3'], true]);
    vi.mocked(performance.now).mockReturnValue(12_100);
    await rerender({ view: view(4), ...props });
    expect([unfolding(), gliding()]).toEqual([['photo-3'], false]);
    vi.mocked(performance.now).mockReturnValue(14_000);
    await rerender({ view: view(5), ...props });
    expect([unfolding(), gliding()]).toEqual([['photo-5', 'photo-3'], true]);
});

test('the first photos show their pictures at once, and each that arrives in its turn', async () => {
    const pictures = (): number => document.querySelectorAll('[data-photo] img').length;
    const ready = (n: number): GalleryView => {
        const all = view(n);
        const thumbnail = { url: '/media/one.jpg', width: 4, height: 3 };
        return { ...all, photos: all.photos.map((photo) => ({ ...photo, thumbnails: { small: thumbnail, medium: thumbnail, large: thumbnail } })) };
    };
    const { rerender } = render(Gallery, { view: ready(2), ...props });
    expect(pictures()).toBe(2);
    await rerender({ view: ready(5), ...props });
    expect(pictures()).toBe(2);
    await vi.waitFor(() => expect(pictures()).toBe(5));
});

test('further down new photos wait behind a pill that counts them, and come when the guest is at the top', async () => {
    const { rerender } = render(Gallery, { view: view(2), ...props });
    scrolledTo(900);
    await fireEvent.scroll(window);
    await rerender({ view: view(5), ...props });
    expect(tiles()).toEqual(['photo-2', 'photo-1']);
    expect(pill().getAttribute('aria-label')).toBe('3 new photos. Show');
    await fireEvent.click(pill());
    expect(window.scrollTo).toHaveBeenCalledWith(expect.objectContaining({ top: 0 }));
    scrolledTo(0);
    await fireEvent.scroll(window);
    expect(tiles()).toEqual(['photo-5', 'photo-4', 'photo-3', 'photo-2', 'photo-1']);
    expect(pill().tabIndex).toBe(-1);
});

test('a photo that failed is not shown to guests', () => {
    const { photos } = view(2);
    render(Gallery, { view: view(2, { photos: [{ ...photos[0]!, processing_status: 'FAILED' }, photos[1]!] }), ...props });
    expect(tiles()).toEqual(['photo-1']);
});

/** The photo is open once it can be walked from. */
async function opened(id: string): Promise<void> {
    await fireEvent.click(document.querySelector(`[data-photo="${id}"]`)!);
    await screen.findByLabelText('Next photo', {}, { timeout: 20_000 });
    await vi.waitFor(() => expect(document.querySelector('.pswp--ui-visible')).toBeTruthy());
}

const stage = (): HTMLElement => document.querySelector<HTMLElement>('.pswp')!;

test('an open photo stays open while others arrive, arrow keys lead on, and the way back closes it', async () => {
    const { rerender } = render(Gallery, { view: view(3), ...props });
    await opened('photo-2');
    expect(location.hash).toBe('#photo=photo-2');
    expect(screen.getByText('2 of 3')).toBeTruthy();
    await rerender({ view: view(4), ...props });
    expect(await screen.findByText('3 of 4')).toBeTruthy();
    await fireEvent.keyDown(stage(), { key: 'ArrowRight' });
    expect(await screen.findByText('4 of 4')).toBeTruthy();
    await fireEvent.keyDown(stage(), { key: 'ArrowLeft' });
    await fireEvent.keyDown(stage(), { key: 'ArrowLeft' });
    expect(await screen.findByText('2 of 4')).toBeTruthy();
    await vi.waitFor(() => expect(location.hash).toBe('#photo=photo-3'));
    history.back();
    await vi.waitFor(() => expect(stage()).toBeNull());
    expect(location.hash).toBe('');
    await vi.waitFor(() => expect((document.activeElement as HTMLElement).dataset['photo']).toBe('photo-3'));
});

test('Escape closes an open photo, and leaves no step behind in the history', async () => {
    render(Gallery, { view: view(3), ...props });
    await opened('photo-1');
    await fireEvent.keyDown(stage(), { key: 'Escape' });
    await vi.waitFor(() => expect(stage()).toBeNull());
    await vi.waitFor(() => expect(location.hash).toBe(''));
});

test('a deleted photo gives its place in the open view to the next', async () => {
    const { rerender } = render(Gallery, { view: view(3), ...props });
    await opened('photo-2');
    await rerender({ view: view(3, { photos: view(3).photos.filter((p) => p.seq !== 2), count: 2 }), ...props });
    expect(await screen.findByText('2 of 2')).toBeTruthy();
});

test('a link opens its photo on whatever page it is, and closing it leads to the gallery', async () => {
    history.replaceState(null, '', '/e/demo#join=secret&photo=photo-9');
    const onpin = vi.fn(async () => true);
    const { rerender } = render(Gallery, { view: view(3), ...props, onpin });
    await vi.waitFor(() => expect(onpin).toHaveBeenCalledWith('photo-9'));
    await rerender({ view: view(3, { pinned: photoOf('photo-9', 0.5), count: 9, hasMore: true }), ...props, onpin });
    await vi.waitFor(() => expect(stage()).toBeTruthy(), { timeout: 20_000 });
    expect(screen.getByLabelText<HTMLButtonElement>('Next photo').disabled).toBe(true);
    expect(screen.getByLabelText<HTMLButtonElement>('Previous photo').disabled).toBe(false);
    await vi.waitFor(() => expect(document.querySelector('.pswp--ui-visible')).toBeTruthy());
    await fireEvent.keyDown(stage(), { key: 'ArrowLeft' });
    expect(await screen.findByText('3 of 9')).toBeTruthy();
    await vi.waitFor(() => expect(location.hash).toBe('#join=secret&photo=photo-1'));
    history.back();
    await vi.waitFor(() => expect(stage()).toBeNull());
    expect(location.hash).toBe('#join=secret');
});

test('a link to a photo that is gone says so', async () => {
    history.replaceState(null, '', '/e/demo#photo=photo-9');
    render(Gallery, { view: view(3), ...props, onpin: async () => false });
    expect(await screen.findByText('That photo isn’t here any more.')).toBeTruthy();
    await vi.waitFor(() => expect(location.hash).toBe(''));
});

test('a download that fails says so and can be tried again', async () => {
    const ondownload = vi.fn(() => Promise.reject(new Error('no')));
    render(Gallery, { view: view(1), onmore: () => {}, ondownload });
    await opened('photo-1');
    await fireEvent.click(screen.getByLabelText('Download'));
    expect(await screen.findByText('The download didn’t start. Try it again.')).toBeTruthy();
    await fireEvent.click(screen.getByLabelText('Download'));
    expect(ondownload).toHaveBeenCalledTimes(2);
});

test('likes are on a tile only when there are some', () => {
    const [first, second] = view(2).photos;
    render(Gallery, { view: view(2, { photos: [{ ...first!, like_count: 3 }, second!] }), ...props });
    expect(screen.getAllByText(/likes?$/).map((each) => each.textContent)).toEqual(['3 likes']);
});

test('offline is said in words', () => {
    render(Gallery, { view: view(1, { live: 'offline' }), ...props });
    expect(screen.getByText('You’re offline. We’ll catch up when you’re back.')).toBeTruthy();
});
