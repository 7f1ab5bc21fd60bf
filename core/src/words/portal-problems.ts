import { catalogue } from './words.ts';

/** What did not work, for a client: what happened, what is safe, what to do. */
export const portalProblemWords = catalogue({
  en: {
    wrongCredentials: 'The e-mail address or the password is not right.',
    tooMany: 'Too many attempts. Please wait a quarter of an hour.',
    weakPassword: 'Please choose a longer password that is not in common use.',
    expired: 'The link has been used, or its time is over.',
    offline: 'The server cannot be reached. Nothing was changed; please check your connection.',
    notAllowed: 'This is not available to you.',
    failed: 'That did not work. Nothing was changed; please try again.',
    tooLarge: 'The file is too large.',
  },
  de: {
    wrongCredentials: 'Die E-Mail-Adresse oder das Passwort stimmt nicht.',
    tooMany: 'Zu viele Versuche. Bitte warten Sie eine Viertelstunde.',
    weakPassword: 'Bitte wählen Sie ein längeres Passwort, das nicht allgemein üblich ist.',
    expired: 'Der Link wurde bereits benutzt, oder seine Zeit ist abgelaufen.',
    offline:
      'Der Server ist nicht erreichbar. Es wurde nichts geändert; bitte prüfen Sie Ihre Verbindung.',
    notAllowed: 'Das steht Ihnen nicht zur Verfügung.',
    failed: 'Das hat nicht geklappt. Es wurde nichts geändert; bitte versuchen Sie es noch einmal.',
    tooLarge: 'Die Datei ist zu groß.',
  },
  fr: {
    wrongCredentials: 'L’adresse e-mail ou le mot de passe est incorrect.',
    tooMany: 'Trop de tentatives. Veuillez patienter un quart d’heure.',
    weakPassword: 'Veuillez choisir un mot de passe plus long et moins courant.',
    expired: 'Le lien a déjà servi, ou son délai est passé.',
    offline:
      'Le serveur est injoignable. Rien n’a été modifié ; veuillez vérifier votre connexion.',
    notAllowed: 'Ceci ne vous est pas accessible.',
    failed: 'Cela n’a pas fonctionné. Rien n’a été modifié ; veuillez réessayer.',
    tooLarge: 'Le fichier est trop volumineux.',
  },
  es: {
    wrongCredentials: 'El correo electrónico o la contraseña no son correctos.',
    tooMany: 'Demasiados intentos. Espere un cuarto de hora, por favor.',
    weakPassword: 'Elija una contraseña más larga y menos habitual.',
    expired: 'El enlace ya se ha utilizado o ha caducado.',
    offline: 'No se puede acceder al servidor. No se ha cambiado nada; compruebe su conexión.',
    notAllowed: 'Esto no está disponible para usted.',
    failed: 'No ha funcionado. No se ha cambiado nada; vuelva a intentarlo, por favor.',
    tooLarge: 'El archivo es demasiado grande.',
  },
});
