// Shows the document; nothing is asked of any other server.
SwaggerUIBundle({
  url: "api/v1/openapi.json",
  dom_id: "#page",
  deepLinking: true,
  displayRequestDuration: true,
  filter: true,
  validatorUrl: null,
});
