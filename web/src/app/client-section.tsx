import type { ComponentType } from 'react';
import type { ClientSectionProps } from '../features/projects/client-project-page.tsx';

/** The page of a section that looks to the client, around its panel; the project's page is loaded with it. */
export async function clientSection(
  section: string,
  Panel: ComponentType<ClientSectionProps>,
): Promise<ComponentType> {
  const { ClientSectionPage } = await import('../features/projects/client-project-page.tsx');
  return function ClientSection() {
    return <ClientSectionPage section={section} Panel={Panel} />;
  };
}
