import type { PortalFace } from '@evenkeel/contract/branding';
import type { PortalLanguage } from '@evenkeel/core/words/language';
import { Alert } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { Entrance } from '../../../ui/entrance/entrance.tsx';
import { useFace } from '../use-face.ts';

type DoorProps = {
  readonly language: PortalLanguage;
  readonly face: PortalFace | undefined;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly problem?: string | null;
  readonly below?: ReactNode;
  readonly children?: ReactNode;
};

/** A page at the door of the portal: the firm's face, one thing to do. */
export function Door({ language, face, problem, children, ...entrance }: DoorProps) {
  useFace(face);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <Entrance {...entrance} {...(face ? { brand: { name: face.name, logo: face.logo } } : {})}>
      {problem ? (
        <Alert color="red" variant="light" role="alert" mb={12}>
          {problem}
        </Alert>
      ) : null}
      {children}
    </Entrance>
  );
}
