import { hydrateRoot } from 'react-dom/client';
import type { LoadedPage } from './site/page-data.ts';
import { Site } from './site/site.tsx';
import './styles/tokens.css';
import './styles/page.css';
import './styles/search.css';
import './styles/card.css';
import './styles/map.css';
import './styles/print.css';

const page = document.getElementById('page');
const loaded = document.getElementById('loaded')?.textContent;
if (page && loaded) {
  hydrateRoot(
    page,
    <Site
      loaded={JSON.parse(loaded) as LoadedPage}
      loadMap={() => import('./map/results-map.tsx')}
    />,
  );
}
