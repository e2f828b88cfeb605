// Sees what only the page itself can see, at the moment it happens: runs before the page's own scripts.
(() => {
    const watched = {
        /** When each photo's tile was first in the page, in milliseconds of the machine's clock. */
        firstSeen: {},
        /** Photos that were in the page twice at the same time. */
        doubled: [],
        mostTiles: 0,
        mostNodes: 0,
        /** All layout shift that nobody's input explains. */
        shift: 0,
        /** Photos whose tile, or what it lies in, was animated when it came. */
        animated: [],
        /** When the page heard that it is online or offline, frozen or resumed. */
        heard: {},
        now: () => performance.timeOrigin + performance.now(),
        followed: null,
        /** From now on, how far this photo's tile moves on the screen. */
        follow(id) {
            const top = () => document.querySelector(`[data-photo="${id}"]`)?.getBoundingClientRect().top ?? Infinity;
            const start = top();
            const followed = (this.followed = { moved: 0, frames: 0 });
            const look = () => {
                if (this.followed !== followed) return;
                followed.moved = Math.max(followed.moved, Math.abs(top() - start));
                followed.frames++;
                requestAnimationFrame(look);
            };
            look();
        },
        running: () => document.getAnimations().filter((one) => one.playState === 'running' && one.effect.getComputedTiming().activeDuration > 1),
        /** Everything that moves to an end has come to it. */
        settled() {
            return this.running().every((one) => !Number.isFinite(one.effect.getComputedTiming().endTime));
        },
        /** Resolves with the moment at which `seen` first says yes. */
        async sight(seen) {
            while (!seen()) await new Promise((again) => requestAnimationFrame(again));
            return this.now();
        },
    };
    window.watched = watched;

    function look() {
        const ids = [...document.querySelectorAll('[data-photo]')].map((tile) => tile.dataset.photo);
        watched.mostTiles = Math.max(watched.mostTiles, ids.length);
        watched.mostNodes = Math.max(watched.mostNodes, document.getElementsByTagName('*').length);
        ids.forEach((id, i) => {
            if (ids.indexOf(id) !== i) watched.doubled.push(id);
            if (id in watched.firstSeen) return;
            watched.firstSeen[id] = watched.now();
            requestAnimationFrame(() => arrival(id));
        });
    }

    function arrival(id) {
        const tile = document.querySelector(`[data-photo="${id}"]`);
        const target = ({ effect }) => effect.target;
        if (tile && watched.running().some((one) => tile.contains(target(one)) || target(one)?.contains(tile))) watched.animated.push(id);
    }

    new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-photo'] });
    for (const name of ['online', 'offline', 'freeze', 'resume']) {
        addEventListener(name, () => (watched.heard[name] = watched.now()), true);
    }
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) watched.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
})();
