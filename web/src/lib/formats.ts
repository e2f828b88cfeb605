/** Numbers, days and times as the readers of one language write them. */
export function formats(language: string) {
    const whole = new Intl.NumberFormat(language);
    const tenths = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
    const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' });
    const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    const ago = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
    return {
        whole: (n: number) => whole.format(n),
        /** "0.4": what people can feel of some milliseconds. */
        seconds: (ms: number) => tenths.format(ms > 0 ? Math.max(0.1, ms / 1000) : 0),
        megabytes: (bytes: number) => tenths.format(Math.max(0.1, bytes / 1e6)),
        day: (instant: string) => day.format(new Date(instant)),
        clock: (instant: string) => clock.format(new Date(instant)),
        /** "2 min ago"; older than a day, the day. */
        ago(instant: string, now: number): string {
            const minutes = Math.round((now - Date.parse(instant)) / 60_000);
            if (minutes < 60) return ago.format(-Math.max(0, minutes), 'minute');
            return minutes < 24 * 60 ? ago.format(-Math.round(minutes / 60), 'hour') : day.format(new Date(instant));
        },
    };
}
