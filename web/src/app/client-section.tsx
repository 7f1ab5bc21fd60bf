import type { ComponentType } from 'react';
import {
  ClientSectionPage,
  type ClientSectionProps,
} from '../features/projects/client-project-page.tsx';

/** The page of a section that looks to the client, around its panel. */
export function clientSection(
  section: string,
  Panel: ComponentType<ClientSectionProps>,
): ComponentType {
  return function ClientSection() {
    return <ClientSectionPage section={section} Panel={Panel} />;
  };
}
