import { type ApiTokenView, apiTokens } from '@evenkeel/contract/members';
import { instant } from '@evenkeel/core/instant';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../../ui/form/confirm-dialog.tsx';
import { formatInstant } from '../../../ui/format/date.ts';
import { TimeAgo } from '../../../ui/marks/values.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useTokenWrite } from '../api.ts';
import { scopeWords } from '../model.ts';
import styles from './members.module.css';

/** Tokens with their last use; a token that is not needed is best revoked. */
export function TokenList({ tokens }: { readonly tokens: readonly ApiTokenView[] }) {
  const now = instant(new Date().toISOString());
  return (
    <ul className={styles['list']}>
      {tokens.map((token) => (
        <li key={token.id} className={styles['invitation']}>
          <div className={styles['who-text']}>
            <div className={styles['name']}>{token.name}</div>
            <div className={styles['meta']}>
              {scopeWords[token.scope].label} · {token.member.name} ·{' '}
              {token.expiresAt ? endOf(token.expiresAt, now) : 'never expires'} ·{' '}
              {token.lastUsedAt ? (
                <>
                  used <TimeAgo moment={token.lastUsedAt} now={now} />
                </>
              ) : (
                'never used'
              )}
            </div>
          </div>
          <RevokeButton token={token} />
        </li>
      ))}
    </ul>
  );
}

function endOf(expiresAt: ApiTokenView['createdAt'], now: string): string {
  return expiresAt <= now ? 'expired' : `expires ${formatInstant(expiresAt)}`;
}

function RevokeButton({ token }: { readonly token: ApiTokenView }) {
  const [asking, setAsking] = useState(false);
  const revoke = useTokenWrite(apiTokens.revoke);
  const confirm = async () => {
    setAsking(false);
    await revoke.mutateAsync({ params: { id: token.id } }).then(
      () => notifyDone({ message: `Token ${token.name} revoked` }),
      (error: Error) => notifyFailed({ message: error.message }),
    );
  };
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label={`Revoke ${token.name}`}
        onClick={() => setAsking(true)}
      >
        Revoke
      </Button>
      <ConfirmDialog
        opened={asking}
        title={`Revoke ${token.name}?`}
        confirmLabel="Revoke"
        danger
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      >
        Programs that use it are refused at once. This cannot be taken back.
      </ConfirmDialog>
    </>
  );
}
