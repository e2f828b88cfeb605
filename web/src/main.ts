import { mount } from 'svelte';
import './app.css';
import { openGallery } from './gallery/open-gallery';
import { learn, preferred, remembered, speak } from './lib/language.svelte';
import { route } from './lib/route';

const { name, slug } = route(location.pathname);
const target = document.getElementById('app')!;

const spoken = speak(preferred(remembered(), navigator.languages));

/** Each page is its own bundle: a guest's phone never loads the admin's. Whatever it needs is asked for at the same time: on a phone each answer takes long, not its bytes. */
switch (name) {
    case 'gallery': {
        const loading = import('./gallery/GalleryPage.svelte');
        const gallery = openGallery(slug);
        const [page] = await Promise.all([loading, spoken]);
        mount(page.default, { target, props: { gallery } });
        break;
    }
    case 'admin': {
        const loading = import('./admin/AdminPage.svelte');
        await spoken;
        await learn((await import('./messages/admin')).adminSentences);
        mount((await loading).default, { target, props: { slug } });
        break;
    }
    case 'landing': {
        const [page] = await Promise.all([import('./pages/Landing.svelte'), spoken]);
        mount(page.default, { target });
        break;
    }
}
