import type { PortalOverview } from '@evenkeel/contract/portal/overviews';
import type { PortalProject } from '@evenkeel/contract/portal/portal';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { useEffect } from 'react';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { KickOffPart } from '../kick-offs/kick-off-part.tsx';
import { MessageList } from '../messages/message-list.tsx';
import { usePortal, usePortalWords } from '../portal-context.ts';
import { PortalLoaded } from '../portal-loaded.tsx';
import { PortalPart } from '../portal-part.tsx';
import { PortalProjectPage } from '../portal-project.tsx';
import { RatePart } from '../satisfaction/rate-part.tsx';
import { StepList } from '../steps/step-list.tsx';
import { noteLook, usePortalOverview } from './api.ts';
import { NewsPart } from './news-part.tsx';
import styles from './overview.module.css';
import { StandingHead } from './standing-head.tsx';

/** Where the project stands, what comes next, what is needed, what is new. */
export function PortalOverviewPage() {
  return (
    <PortalProjectPage section="">{(project) => <Overview project={project} />}</PortalProjectPage>
  );
}

function Overview({ project }: { readonly project: PortalProject }) {
  const found = usePortalOverview(project.id);
  const { isPreview } = usePortal();
  const isLoaded = found.data !== undefined;
  useEffect(() => {
    if (isLoaded && !isPreview) void noteLook(project.id).catch(() => undefined);
  }, [isLoaded, isPreview, project.id]);
  return (
    <PortalLoaded found={found}>
      {(overview) => <Parts project={project} overview={overview} />}
    </PortalLoaded>
  );
}

type PartsProps = { readonly project: PortalProject; readonly overview: PortalOverview };

function Parts({ project, overview }: PartsProps) {
  const { firm } = usePortal();
  const words = usePortalWords(portalPageWords);
  const home = `/portal/projects/${project.id}`;
  return (
    <>
      <StandingHead overview={overview} />
      {project.welcome === '' ? null : <p className={styles['welcome']}>{project.welcome}</p>}
      <RatePart project={project} />
      {project.hasKickOff ? <KickOffPart project={project} /> : null}
      {overview.needed.length > 0 ? (
        <PortalPart title={words('needed')}>
          <StepList steps={overview.needed} />
        </PortalPart>
      ) : null}
      <NewsPart overview={overview} projectId={project.id} />
      <PortalPart
        title={words('next')}
        action={<AppLink href={`${home}/milestones`}>{words('steps')}</AppLink>}
      >
        {overview.next.length > 0 ? (
          <StepList steps={overview.next} />
        ) : (
          <p className={styles['quiet']}>{words('nextEmpty')}</p>
        )}
      </PortalPart>
      <PortalPart
        title={words('latest')}
        action={<AppLink href={`${home}/messages`}>{words('allMessages')}</AppLink>}
      >
        {overview.messages.length > 0 ? (
          <MessageList messages={overview.messages} isShort />
        ) : (
          <p className={styles['quiet']}>{words('messagesEmptyHint')}</p>
        )}
      </PortalPart>
      {project.projectManager === null ? null : (
        <p className={styles['contact']}>
          {words('contact')}: {project.projectManager}, {firm.name}
        </p>
      )}
    </>
  );
}
