# The notification server as an image: docs/operating.md. Not the desktop app.

FROM node:24-slim AS build
WORKDIR /tocsin
COPY package.json package-lock.json ./
# No install scripts: the Node that one of them fetches is here already, and Electron is not wanted.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY electron.vite.config.ts ./
COPY scripts ./scripts
COPY src ./src
RUN node scripts/run.js build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-slim
# A container's own network: which of its ports are reachable, whoever starts it says. Other machines need tokens all the same.
ENV NODE_ENV=production \
    TOCSIN_SERVER_BIND=0.0.0.0 \
    TOCSIN_SERVER_DATA_DIR=/data \
    TOCSIN_SERVER_DEMO=false \
    TOCSIN_SERVER_METRICS_BIND=127.0.0.1:9464
WORKDIR /tocsin
COPY --from=build /tocsin/package.json ./
COPY --from=build /tocsin/node_modules ./node_modules
COPY --from=build /tocsin/out/main ./out/main
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8787
# Where health is answered whatever port, certificate and tokens the server has.
HEALTHCHECK --interval=15s --timeout=5s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:9464/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "out/main/tocsin-server.js"]
