import type { RouteObject } from 'react-router';
import { MissingPage } from '../components/missing-page.tsx';
import { AccountPage } from '../routes/account/account-page.tsx';
import { InvitationPage } from '../routes/account/invitation-page.tsx';
import { SetUpPage } from '../routes/account/set-up-page.tsx';
import { DashboardPage } from '../routes/dashboard/dashboard-page.tsx';
import { HistoryPage } from '../routes/history/history-page.tsx';
import { PeoplePage } from '../routes/people/people-page.tsx';
import { RecordPage } from '../routes/record/record-page.tsx';
import { RecordsPage } from '../routes/records/records-page.tsx';
import { ReviewPage } from '../routes/review/review-page.tsx';
import { VerificationPage } from '../routes/verification/verification-page.tsx';
import { RouteError } from './route-error.tsx';
import { SessionGate } from './shell.tsx';

export const consoleRoutes: RouteObject[] = [
  { path: '/set-up', element: <SetUpPage />, errorElement: <RouteError /> },
  { path: '/accept-invitation', element: <InvitationPage />, errorElement: <RouteError /> },
  { path: '/reset-password', element: <InvitationPage isReset />, errorElement: <RouteError /> },
  {
    path: '/',
    element: <SessionGate />,
    errorElement: <RouteError />,
    children: [
      { index: true, element: <DashboardPage /> },
      { path: 'verification', element: <VerificationPage /> },
      { path: 'records', element: <RecordsPage /> },
      { path: 'records/:kind/:id', element: <RecordPage /> },
      { path: 'records/:kind/:id/history', element: <HistoryPage /> },
      { path: 'review', element: <ReviewPage /> },
      { path: 'people', element: <PeoplePage /> },
      { path: 'account', element: <AccountPage /> },
      { path: '*', element: <MissingPage /> },
    ],
  },
];
