/** The photo that an address's fragment opens: `#photo={id}`, beside the `join` of an invitation. */
export function linkedPhoto(fragment: string): string | null {
    return parts(fragment).get('photo');
}

/** The same fragment, opening another photo or none. */
export function linkingTo(fragment: string, photoId: string | null): string {
    const named = parts(fragment);
    if (photoId === null) named.delete('photo');
    else named.set('photo', photoId);
    const text = named.toString();
    return text === '' ? '' : `#${text}`;
}

function parts(fragment: string): URLSearchParams {
    return new URLSearchParams(fragment.replace(/^#/, ''));
}
