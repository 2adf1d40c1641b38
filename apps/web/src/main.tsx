import { createRoot } from 'react-dom/client';
import { readAddress } from './address/page-address.ts';
import { MessagesProvider } from './messages/messages.tsx';
import { Page } from './page/page.tsx';
import './styles/tokens.css';
import './styles/page.css';
import './styles/search.css';
import './styles/card.css';
import './styles/map.css';

const container = document.getElementById('page');
if (container) {
  createRoot(container).render(
    <MessagesProvider language={readAddress(location.search).language}>
      <Page />
    </MessagesProvider>,
  );
}
