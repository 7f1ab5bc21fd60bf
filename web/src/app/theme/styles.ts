/** The order matters: our reset and the library in their layers, then what we say over them. */
import '@fontsource-variable/inter/wght.css';
import './base.css';
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './tokens.css';
import './mantine-variables.css';
import './mantine-overrides.css';
import './print.css';
