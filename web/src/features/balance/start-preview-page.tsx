import type { ProjectId } from '@evenkeel/core/id';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../ui/page/page.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { NotFoundState } from '../../ui/states/not-found-state.tsx';
import { useStartPreview } from './api.ts';
import { ProjectPreviewFigures } from './components/project-preview.tsx';
import { TryScenarioLink } from './scenarios/components/try-scenario-link.tsx';

/** What changes if an initiative is approved: the other way round of winning a deal (B13). */
export function StartPreviewPage() {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('initiativeId') as ProjectId;
  const found = useStartPreview(id);
  const preview = found.data;
  return (
    <Page
      title="What changes if we start this?"
      actions={<TryScenarioLink facts={{ kind: 'start-initiative', projectId: id }} />}
      breadcrumbs={[
        { label: 'Initiatives', href: '/initiatives' },
        ...(preview ? [{ label: preview.project.name, href: `/initiatives/${id}` }] : []),
      ]}
    >
      <Loaded
        found={found}
        what="the preview"
        shape="cards"
        missing={
          <NotFoundState
            what="This initiative"
            backHref="/initiatives"
            backLabel="Go to Initiatives"
          />
        }
      >
        {(loaded) => <ProjectPreviewFigures preview={loaded} />}
      </Loaded>
    </Page>
  );
}
