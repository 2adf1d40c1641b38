import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Console } from './app/console.tsx';
import './styles/console.css';

const container = document.getElementById('console');
if (!container) throw new Error('The page has no place for the console.');
createRoot(container).render(
  <StrictMode>
    <Console />
  </StrictMode>,
);
