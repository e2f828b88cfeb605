/** Answers whether something came at least so many milliseconds after whatever came before it. Asked again about the same, it answers the same. */
export function calm(apart: number): (what: unknown) => boolean {
    let last: { what: unknown; at: number; calmly: boolean } | undefined;
    return (what) => {
        if (!last || last.what !== what) {
            const at = performance.now();
            last = { what, at, calmly: !last || at - last.at >= apart };
        }
        return last.calmly;
    };
}
