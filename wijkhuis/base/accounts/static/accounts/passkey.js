// Forms for passkeys: shown where the browser knows passkeys, sent by a click only, and a sentence when it goes wrong.
(function () {
  const forms = document.querySelectorAll('form[data-passkey]')
  const problem = document.querySelector('[data-passkey-problem]')
  if (window.PublicKeyCredential) forms.forEach(form => { form.hidden = false })
  forms.forEach(form => form.addEventListener('submit', event => {
    event.preventDefault()
    form.querySelector('button').click()
  }))
  document.addEventListener('allauth.error', event => {
    event.preventDefault()
    if (problem) problem.hidden = false
  })
})()
