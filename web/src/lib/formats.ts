/** Numbers, days and times as the readers of one language write them. What every tile says is written by hand: to make a formatter takes a phone long. */
export function formats(language: string) {
    const whole = once(() => new Intl.NumberFormat(language));
    const tenths = once(() => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }));
    const day = once(() => new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }));
    const date = once(() => new Intl.DateTimeFormat(language, { dateStyle: 'long' }));
    const colon = language === 'id' ? '.' : ':';
    const ago = once(() => new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' }));
    return {
        // Below a thousand all of our languages write the same.
        whole: (n: number) => (n < 1000 ? String(n) : whole().format(n)),
        /** "0.4": what people can feel of some milliseconds. */
        seconds: (ms: number) => tenths().format(ms > 0 ? Math.max(0.1, ms / 1000) : 0),
        megabytes: (bytes: number) => tenths().format(Math.max(0.1, bytes / 1e6)),
        day: (instant: string) => day().format(new Date(instant)),
        /** With its year: what is years away, too. */
        date: (instant: string) => date().format(new Date(instant)),
        clock(instant: string): string {
            const at = new Date(instant);
            return `${two(at.getHours())}${colon}${two(at.getMinutes())}`;
        },
        /** "2 min ago"; older than a day, the day. */
        ago(instant: string, now: number): string {
            const minutes = Math.round((now - Date.parse(instant)) / 60_000);
            if (minutes < 60) return ago().format(-Math.max(0, minutes), 'minute');
            return minutes < 24 * 60 ? ago().format(-Math.round(minutes / 60), 'hour') : day().format(new Date(instant));
        },
    };
}

/** Built when it is first needed: on a phone each of them takes milliseconds. */
function once<T>(build: () => T): () => T {
    let built: T | undefined;
    return () => (built ??= build());
}

function two(n: number): string {
    return String(n).padStart(2, '0');
}
