// Forms for passkeys: shown where the browser knows passkeys, sent by a click only, and a sentence when it goes wrong.
(function () {
  const problem = document.querySelector('[data-passkey-problem]')

  function start (form) {
    const button = form.querySelector('button')
    const credential = form.querySelector('[name=credential]')
    const only = form.querySelector('[name=passwordless]')
    const ids = { add: button.id, authenticate: button.id, login: button.id, credential: credential.id, data: 'js_data' }
    if (only) ids.passwordless = only.id
    window.allauth.webauthn.forms[form.dataset.passkey]({ ids })
    form.addEventListener('submit', event => { event.preventDefault(); button.click() })
    form.hidden = false
  }

  if (window.PublicKeyCredential) document.querySelectorAll('form[data-passkey]').forEach(start)
  document.addEventListener('allauth.error', event => {
    event.preventDefault()
    if (problem) problem.hidden = false
  })
})()
