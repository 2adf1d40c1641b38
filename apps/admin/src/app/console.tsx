import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { ProblemError } from '../api-client/request.ts';
import { LanguageContext } from '../i18n/language-choice.tsx';
import {
  type ConsoleLanguage,
  loadMessages,
  type Messages,
  MessagesProvider,
  preferredLanguage,
} from '../i18n/messages.tsx';
import { consoleRoutes } from './routes.tsx';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // What the server refuses, it would refuse again.
      retry: (failures, error) => !(error instanceof ProblemError) && failures < 2,
      staleTime: 5_000,
    },
    mutations: { retry: false },
  },
});
const router = createBrowserRouter(consoleRoutes, { basename: '/admin' });

/** The console for the people who keep the records. */
export function Console() {
  const [language, setLanguage] = useState<ConsoleLanguage>(preferredLanguage);
  const [messages, setMessages] = useState<Messages | null>(null);
  useEffect(() => {
    void loadMessages(language).then(setMessages);
    document.documentElement.lang = language;
  }, [language]);
  if (!messages) return null;
  const choose = (chosen: ConsoleLanguage) => {
    localStorage.setItem('console-language', chosen);
    setLanguage(chosen);
  };
  return (
    <MessagesProvider messages={messages}>
      <LanguageContext value={choose}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </LanguageContext>
    </MessagesProvider>
  );
}
