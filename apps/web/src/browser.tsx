import { hydrateRoot } from 'react-dom/client';
import { loadCatalogue } from './messages/catalogues.ts';
import type { LoadedPage } from './site/page-data.ts';
import { Site } from './site/site.tsx';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/page.css';
import './styles/search.css';
import './styles/card.css';
import './styles/map.css';

const page = document.getElementById('page');
const loaded = document.getElementById('loaded')?.textContent;
if (page && loaded) {
  const first = JSON.parse(loaded) as LoadedPage;
  await loadCatalogue(first.address.language);
  hydrateRoot(page, <Site loaded={first} loadMap={() => import('./map/results-map.tsx')} />);
}
