# The stand-in in a container: docs/containers.md.
FROM node:24-slim AS build
WORKDIR /clone
COPY package.json package-lock.json ./
COPY bench/package.json bench/
COPY cli/package.json cli/
COPY client/package.json client/
COPY contract-tests/package.json contract-tests/
COPY mock-server/package.json mock-server/
COPY openapi/package.json openapi/
COPY transformer/package.json transformer/
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY cli cli/
COPY client client/
COPY mock-server mock-server/
COPY openapi openapi/
COPY transformer transformer/
RUN node cli/build.ts && mkdir dist/data

# Node and the libraries it needs: no shell, no package manager.
FROM gcr.io/distroless/nodejs24-debian12:nonroot
LABEL org.opencontainers.image.title="Understudy" \
      org.opencontainers.image.description="Stands in for the Userlist Push API in tests." \
      org.opencontainers.image.licenses="MIT"
COPY --from=build /clone/dist/understudy /understudy
COPY --from=build --chown=65532:65532 /clone/dist/data /data
# Other containers have to reach it. The certificate for HTTPS is kept in /data/understudy.
ENV UNDERSTUDY_HOST=0.0.0.0 XDG_STATE_HOME=/data
USER 65532:65532
WORKDIR /data
VOLUME /data
EXPOSE 4010 4433
HEALTHCHECK --interval=3s --timeout=3s --start-period=30s CMD ["/nodejs/bin/node", "/understudy/bin/understudy.js", "ready"]
ENTRYPOINT ["/nodejs/bin/node", "/understudy/bin/understudy.js"]
CMD ["start"]
