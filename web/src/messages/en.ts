import { formats } from '../lib/formats';

const f = formats('en-GB');
const photos = (n: number): string => (n === 1 ? '1 photo' : `${f.whole(n)} photos`);

/** Every sentence a person reads. The other languages are objects of this shape. */
export const messages = {
    language: 'Language',
    landing: {
        title: 'Photos, the moment they’re taken.',
        label: 'Event name or link',
        placeholder: 'anna-and-budi',
        open: 'Open',
        unclear: 'That is no event’s name or link yet. Try the link you were sent.',
        admin: 'For photographers',
    },
    gallery: {
        photos,
        loading: 'Opening the gallery',
        photo: (taken: string | null): string => (taken ? `Photo, ${f.clock(taken)}` : 'Photo'),
        empty: 'The first photo will appear here by itself.',
        day: (from: string): string => f.day(from),
        newImages: 'New Images Added',
        showNew: (n: number): string => `${n === 1 ? '1 new photo' : `${f.whole(n)} new photos`}. Show`,
        arrived: (n: number): string => (n === 1 ? '1 new photo' : `${f.whole(n)} new photos`),
        live: { live: 'Live', reconnecting: 'Reconnecting', offline: 'Offline' },
        offline: 'You’re offline. We’ll catch up when you’re back.',
        notFound: 'This gallery isn’t here.',
        notFoundHint: 'Check the link, or ask the host to send it again.',
        home: 'Open another event',
        likes: (n: number): string => (n === 1 ? '1 like' : `${f.whole(n)} likes`),
    },
    lightbox: {
        close: 'Close',
        next: 'Next photo',
        previous: 'Previous photo',
        download: 'Download',
        downloading: 'Downloading',
        downloadFailed: 'The download didn’t start. Try it again.',
        position: (at: number, of: number): string => `${f.whole(at)} of ${f.whole(of)}`,
        soon: 'Ready in a moment',
        unreadable: 'This photo didn’t load. Check your connection.',
        like: (n: number): string => (n === 0 ? 'Like' : n === 1 ? 'Like, 1 so far' : `Like, ${f.whole(n)} so far`),
        comments: (n: number): string => (n === 0 ? 'Comments' : n === 1 ? '1 comment' : `${f.whole(n)} comments`),
        share: 'Share',
        linkCopied: 'Link copied',
        shareFailed: 'Sharing didn’t work. Copy the address of this page instead.',
        photoGone: 'That photo isn’t here any more.',
        likeFailed: 'Your like didn’t get through. Try it again.',
        tooFast: (seconds: number): string => (seconds === 1 ? 'So much love! Try again in 1 second.' : `So much love! Try again in ${f.whole(seconds)} seconds.`),
    },
    comments: {
        title: 'Comments',
        close: 'Close comments',
        none: 'No comments yet. Write the first.',
        unread: 'The comments couldn’t be loaded. They are tried again by themselves.',
        write: 'Write a comment',
        name: 'Your name (if you like)',
        send: 'Send',
        sending: 'Sending',
        waiting: 'Goes out when you’re back online',
        refused: 'This comment wasn’t accepted.',
        gone: 'This photo isn’t here any more.',
        takeBack: 'Edit',
        guest: 'Guest',
        left: (n: number): string => (n === 1 ? '1 character left' : `${f.whole(n)} characters left`),
        arrived: (n: number): string => (n === 1 ? '1 new comment' : `${f.whole(n)} new comments`),
        ago: f.ago,
    },
};

export type Messages = typeof messages;
