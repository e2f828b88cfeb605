// Notes when the page shows photos, and when its main thread was busy: runs before the page's own scripts.
(() => {
    const timing = { tile: null, picture: null, tasks: [], requests: [], frames: [], longest: 0, watching: false };
    window.timing = timing;

    new MutationObserver((_, watcher) => {
        if (!document.querySelector('[data-photo]')) return;
        watcher.disconnect();
        // After the frame that shows it.
        requestAnimationFrame(() => setTimeout(() => (timing.tile = performance.now())));
    }).observe(document, { childList: true, subtree: true });

    // An image's load never reaches the window.
    document.addEventListener(
        'load',
        ({ target }) => {
            if (timing.picture === null && target instanceof HTMLImageElement) timing.picture = performance.now();
        },
        true,
    );

    new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) timing.tasks.push([startTime, startTime + duration]);
    }).observe({ type: 'longtask', buffered: true });

    /** When the first tile was there and the last long task was over that began within half a second of it or of another such task; null until that is known. */
    timing.interactive = () => {
        if (timing.tile === null) return null;
        let end = timing.tile;
        for (const [from, to] of timing.tasks) if (to > end && from < end + 500) end = to;
        return performance.now() > end + 1000 ? end : null;
    };

    timing.longestTask = () => Math.max(0, ...timing.tasks.map(([from, to]) => to - from));

    /** From now on, the time between each frame and the one before, in whole milliseconds. */
    timing.watch = () => {
        timing.frames = [];
        timing.tasks = [];
        timing.watching = true;
        let last = performance.now();
        const frame = (now) => {
            // Three frames of a screen are 50 ms, and not the tenth more that the browser's coarse clock makes of them now and then.
            timing.frames.push(Math.round(now - last));
            last = now;
            if (timing.watching) requestAnimationFrame(frame);
        };
        requestAnimationFrame((now) => {
            last = now;
            requestAnimationFrame(frame);
        });
    };
})();
