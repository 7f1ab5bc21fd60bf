import type { ComponentType } from 'react';

/** One page: its path, and the code that is fetched when somebody goes there. */
export type PageRoute = {
  readonly path: string;
  readonly load: () => Promise<ComponentType>;
};

/** Pages of a visitor: no session, no frame. */
export const publicPages: readonly PageRoute[] = [
  {
    path: '/sign-in',
    load: async () => (await import('../features/identity/sign-in-page.tsx')).SignInPage,
  },
  {
    path: '/forgot-password',
    load: async () =>
      (await import('../features/identity/forgot-password-page.tsx')).ForgotPasswordPage,
  },
  {
    path: '/reset-password',
    load: async () =>
      (await import('../features/identity/reset-password-page.tsx')).ResetPasswordPage,
  },
  {
    path: '/confirm-email',
    load: async () =>
      (await import('../features/identity/confirm-email-page.tsx')).ConfirmEmailPage,
  },
  {
    path: '/set-up',
    load: async () => (await import('../features/workspaces/set-up-page.tsx')).SetUpPage,
  },
  {
    path: '/welcome',
    load: async () => (await import('../features/workspaces/welcome-page.tsx')).WelcomePage,
  },
  {
    path: '/portal-invitation',
    load: async () =>
      (await import('../features/portal/door/invitation-page.tsx')).PortalInvitationPage,
  },
  {
    path: '/portal/sign-in',
    load: async () => (await import('../features/portal/door/sign-in-page.tsx')).PortalSignInPage,
  },
  {
    path: '/portal/preview',
    load: async () => (await import('../features/portal/preview-page.tsx')).PortalPreviewPage,
  },
  {
    path: '/shared',
    load: async () => (await import('../features/portal/shared/shared-page.tsx')).SharedPage,
  },
  {
    path: '/rate',
    load: async () => (await import('../features/portal/satisfaction/rate-page.tsx')).RatePage,
  },
  {
    path: '/sign-in-link',
    load: async () =>
      (await import('../features/portal/door/sign-in-link-page.tsx')).SignInLinkPage,
  },
  {
    path: '/invitation',
    load: async () => (await import('../features/members/invitation-page.tsx')).InvitationPage,
  },
];
