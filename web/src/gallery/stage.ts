import PhotoSwipe from 'photoswipe';
import 'photoswipe/style.css';
import { thumbhashPaint } from '../lib/thumbhash-paint';
import { thumbhashUrl } from '../lib/thumbhash-url';
import type { Photo } from '../lib/types';

export interface StageEvents {
    /** Another photo is the one to see. */
    moved(photo: Photo): void;
    /** Begins to close; what the photo flies back to should be in the page now. */
    closing(): void;
    tapped(): void;
    doubleTapped(x: number, y: number): void;
    /** True when the key is not for the stage. */
    key(event: KeyboardEvent): boolean;
    /** Pixels at the right and the bottom that photos leave free. */
    reserved(): { right: number; bottom: number };
    name(photo: Photo): string;
    /** What to say in place of a photo that does not load. */
    unreadable: string;
}

interface Slide {
    readonly photo?: Photo;
}

const FADE = 240;

/**
 * PhotoSwipe showing a list that changes: photos may arrive, vanish and get their thumbnails at any time, and the guest stays with the one
 * that is open. PhotoSwipe knows photos by their place, so when places move, what it holds is renumbered before it notices.
 */
export class Stage {
    #pswp: PhotoSwipe;
    #list: readonly Photo[];
    #waiting: readonly Photo[] | null = null;
    #events: StageEvents;

    constructor(list: readonly Photo[], photo: Photo, events: StageEvents) {
        this.#list = list;
        this.#events = events;
        const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
        const pswp = new PhotoSwipe({
            index: Math.max(0, list.indexOf(photo)),
            showHideAnimationType: still ? 'none' : 'zoom',
            showAnimationDuration: FADE,
            hideAnimationDuration: FADE,
            bgOpacity: 1,
            loop: false,
            wheelToZoom: true,
            maxZoomLevel: 3,
            preload: [1, 2],
            returnFocus: false,
            arrowPrev: false,
            arrowNext: false,
            close: false,
            zoom: false,
            counter: false,
            errorMsg: events.unreadable,
            imageClickAction: false,
            tapAction: () => events.tapped(),
            doubleTapAction: (point) => events.doubleTapped(point.x, point.y),
            getViewportSizeFn: () => {
                const { right, bottom } = events.reserved();
                return { x: document.documentElement.clientWidth - right, y: innerHeight - bottom };
            },
        } as ConstructorParameters<typeof PhotoSwipe>[0]);
        this.#pswp = pswp;
        pswp.addFilter('numItems', () => this.#list.length);
        pswp.addFilter('itemData', (_, index) => this.#slide(this.#list[index]) as never);
        pswp.addFilter('thumbEl', (_, data) => tileOf((data as Slide).photo) as HTMLElement);
        pswp.addFilter('placeholderSrc', (_, content) => placeholder((content.data as Slide).photo));
        pswp.addFilter('useContentPlaceholder', () => true);
        pswp.on('contentLoad', (event) => this.#paint(event as never));
        // A blur has the photo's shape only nearly.
        pswp.on('contentResize', ({ content, width, height }) => {
            if (content.placeholder?.element) content.placeholder.element.style.aspectRatio = `${width} / ${height}`;
        });
        pswp.on('uiRegister', () => pswp.ui!.uiElementsData.splice(0));
        pswp.on('change', () => this.#list[pswp.currIndex] && events.moved(this.#list[pswp.currIndex]!));
        pswp.on('keydown', (event) => events.key(event.originalEvent) && event.preventDefault());
        pswp.on('close', () => events.closing());
        pswp.init();
        pswp.element!.setAttribute('aria-modal', 'true');
        pswp.element!.addEventListener('dblclick', (event) => this.#doubleClicked(event));
        pswp.element!.addEventListener('keydown', (event) => this.#early(event));
        // Words that PhotoSwipe says in English only.
        for (const each of pswp.element!.querySelectorAll('[aria-roledescription]')) each.removeAttribute('aria-roledescription');
    }

    get element(): HTMLElement {
        return this.#pswp.element!;
    }

    /** Photos as they are now. */
    show(list: readonly Photo[]): void {
        if (list === this.#list) return;
        const first = this.#waiting === null;
        this.#waiting = list;
        if (first) this.#adopt();
    }

    go(photo: Photo): void {
        const at = this.#list.findIndex(({ photo_id }) => photo_id === photo.photo_id);
        if (at >= 0 && at !== this.#pswp.currIndex) this.#pswp.goTo(at);
    }

    move(by: number): void {
        this.#pswp.goTo(Math.min(this.#list.length - 1, Math.max(0, this.#pswp.potentialIndex + by)));
    }

    resize(): void {
        this.#pswp.updateSize(true);
    }

    close(): void {
        if (this.#pswp.opener.isOpen) this.#pswp.close();
        else this.#pswp.on('openingAnimationEnd', () => this.#pswp.close());
    }

    /** Not under the guest's finger, and not before everything stands. */
    #adopt(): void {
        const pswp = this.#pswp;
        const list = this.#waiting;
        if (!list || pswp.isDestroying) return;
        const { isDragging, isZooming } = pswp.gestures;
        if (!pswp.opener.isOpen || isDragging || isZooming || pswp.mainScroll.isShifted()) {
            requestAnimationFrame(() => this.#adopt());
            return;
        }
        this.#waiting = null;
        if (list.length === 0) return pswp.close();
        const open = this.#list[pswp.currIndex]!;
        const now = list.findIndex(({ photo_id }) => photo_id === open.photo_id);
        this.#list = list;
        // A photo that is gone leaves its place to the next.
        this.#renumber((now >= 0 ? now : Math.min(pswp.currIndex, list.length - 1)) - pswp.currIndex);
        for (const index of [pswp.currIndex - 1, pswp.currIndex, pswp.currIndex + 1]) this.#refresh(index);
        pswp.contentLoader.updateLazy(0);
        pswp.dispatch('change');
    }

    #renumber(by: number): void {
        const pswp = this.#pswp;
        const kept = (pswp.contentLoader as unknown as { _cachedItems: { index: number; data: Slide }[] })._cachedItems;
        pswp.currIndex += by;
        pswp.potentialIndex += by;
        for (const { slide } of pswp.mainScroll.itemHolders) if (slide) slide.index += by;
        for (const content of kept) content.index += by;
        for (const content of [...kept]) {
            if (!sameImage(content.data.photo, this.#list[content.index])) kept.splice(kept.indexOf(content), 1);
        }
    }

    #refresh(index: number): void {
        const holder = this.#pswp.mainScroll.itemHolders[index - this.#pswp.currIndex + 1];
        const shown = (holder?.slide?.data as Slide | undefined)?.photo;
        if (!sameImage(shown, this.#list[index])) this.#pswp.refreshSlideContent(index);
    }

    #slide(photo: Photo | undefined): object {
        if (!photo) return {};
        const shared = { photo, alt: this.#events.name(photo), thumbCropped: true };
        if (!photo.thumbnails) return { ...shared, type: 'blur', width: photo.width, height: photo.height };
        const { small, medium, large } = photo.thumbnails;
        const srcset = [small, medium, large].map(({ url, width }) => `${url} ${width}w`).join(', ');
        return { ...shared, src: large.url, srcset, width: large.width, height: large.height };
    }

    /** A photo without thumbnails is its blur until they come. */
    #paint(event: { content: { type: string; data: object; element?: HTMLElement; onLoaded(): void }; preventDefault(): void }): void {
        const { content } = event;
        if (content.type !== 'blur') return;
        event.preventDefault();
        const blur = document.createElement('div');
        blur.className = 'pswp__img';
        thumbhashPaint((content.data as Slide).photo?.thumbhash ?? null)(blur);
        content.element = blur;
        content.onLoaded();
    }

    /** PhotoSwipe hears keys only when it has finished opening; a guest may be faster. */
    #early({ key }: KeyboardEvent): void {
        if (this.#pswp.opener.isOpen || this.#pswp.isDestroying) return;
        const by = { ArrowLeft: -1, ArrowRight: 1 }[key];
        if (key === 'Escape') this.close();
        else if (by) this.#pswp.on('openingAnimationEnd', () => this.move(by));
    }

    #doubleClicked(event: MouseEvent): void {
        const onPhoto = (event.target as HTMLElement).closest('.pswp__img') !== null;
        if (onPhoto) this.#events.doubleTapped(event.clientX, event.clientY);
    }
}

function sameImage(a: Photo | undefined, b: Photo | undefined): boolean {
    return a?.photo_id === b?.photo_id && a?.thumbnails?.large.url === b?.thumbnails?.large.url;
}

/** The photo's tile on the wall, if it is on the screen. */
function tileOf(photo: Photo | undefined): Element | undefined {
    const tile = document.querySelector(`[data-photo="${photo?.photo_id}"]`);
    const { top, bottom } = tile?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
    return tile && bottom > 0 && top < innerHeight ? tile : undefined;
}

/** What is there already: the image on the wall, else the photo's blur, else the least that has to be loaded. */
function placeholder(photo: Photo | undefined): string | false {
    const image = document.querySelector<HTMLImageElement>(`[data-photo="${photo?.photo_id}"] img`);
    if (image?.complete && image.naturalWidth > 0) return image.currentSrc;
    return thumbhashUrl(photo?.thumbhash ?? null) ?? photo?.thumbnails?.small.url ?? false;
}
