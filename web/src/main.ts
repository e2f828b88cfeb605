import { mount } from 'svelte';
import './app.css';
import GalleryPage from './gallery/GalleryPage.svelte';
import { openGallery } from './gallery/open-gallery';
import { learn, preferred, remembered, speak } from './lib/language.svelte';
import { about, session } from './start';

const target = document.getElementById('app')!;

/** A guest's page comes in one piece, for on a phone each wave of requests is felt; it never loads the admin's. */
async function show(): Promise<void> {
    await speak(preferred(remembered(), navigator.languages));
    if (about.name === 'gallery') {
        const gallery = openGallery(about.slug, session);
        // A phone that builds the page cannot ask.
        await gallery.asked;
        mount(GalleryPage, { target, props: { gallery } });
    } else if (about.name === 'admin') {
        const loading = import('./admin/AdminPage.svelte');
        await learn((await import('./messages/admin')).adminSentences);
        mount((await loading).default, { target, props: { slug: about.slug } });
    } else {
        mount((await import('./pages/Landing.svelte')).default, { target });
    }
}

void show();
