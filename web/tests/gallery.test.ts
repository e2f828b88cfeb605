// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { beforeEach, expect, test, vi } from 'vitest';
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
    HTMLCanvasElement.prototype.getContext = () => null;
    HTMLDialogElement.prototype.showModal = function () { this.open = true; };
    window.scrollTo = vi.fn() as never;
    window.scrollBy = vi.fn() as never;
    scrolledTo(0);
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

test('an open photo stays open while others arrive, and arrow keys lead on', async () => {
    const { rerender } = render(Gallery, { view: view(3), ...props });
    await fireEvent.click(document.querySelector('[data-photo="photo-2"]')!);
    expect(screen.getByText('2 of 3')).toBeTruthy();
    await rerender({ view: view(4), ...props });
    expect(screen.getByText('3 of 4')).toBeTruthy();
    await fireEvent.keyDown(document.querySelector('dialog')!, { key: 'ArrowRight' });
    expect(screen.getByText('4 of 4')).toBeTruthy();
    await fireEvent.popState(window);
    await tick();
    expect(document.querySelector('dialog')).toBeNull();
});

test('a deleted photo gives its place in the open view to the next', async () => {
    const { rerender } = render(Gallery, { view: view(3), ...props });
    await fireEvent.click(document.querySelector('[data-photo="photo-2"]')!);
    await rerender({ view: view(3, { photos: view(3).photos.filter((p) => p.seq !== 2), count: 2 }), ...props });
    expect(screen.getByText('2 of 2')).toBeTruthy();
});

test('a download that fails says so and can be tried again', async () => {
    const ondownload = vi.fn(() => Promise.reject(new Error('no')));
    render(Gallery, { view: view(1), onmore: () => {}, ondownload });
    await fireEvent.click(document.querySelector('[data-photo="photo-1"]')!);
    await fireEvent.click(screen.getByLabelText('Download'));
    await vi.waitFor(() => expect(screen.getByText('The download didn’t start. Try it again.')).toBeTruthy());
    await fireEvent.click(screen.getByLabelText('Download'));
    expect(ondownload).toHaveBeenCalledTimes(2);
});

test('offline is said in words', () => {
    render(Gallery, { view: view(1, { live: 'offline' }), ...props });
    expect(screen.getByText('You’re offline. We’ll catch up when you’re back.')).toBeTruthy();
});
