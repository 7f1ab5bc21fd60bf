# syntax=docker/dockerfile:1
# Built with everything, run with little: the server's packages, the built server, the built web app.
FROM node:24-bookworm-slim AS build
WORKDIR /evenkeel
COPY . .
RUN npm install --no-save --loglevel=error && npm run build

FROM node:24-bookworm-slim AS packages
WORKDIR /evenkeel
COPY package.json package-lock.json .npmrc ./
COPY core/package.json core/
COPY contract/package.json contract/
COPY server/package.json server/
COPY server/bin server/bin
COPY web/package.json web/
COPY e2e/package.json e2e/
RUN npm install --no-save --omit=dev --workspace=server --loglevel=error

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 EVENKEEL_DATA=/data
WORKDIR /evenkeel
COPY --from=packages /evenkeel ./
COPY --from=build /evenkeel/server/dist server/dist
COPY --from=build /evenkeel/web/dist web/dist
COPY --from=build /evenkeel/tools/install.mjs /evenkeel/tools/node-version.mjs /evenkeel/tools/paths.mjs tools/
RUN mkdir /data && chown node:node /data && ln -s /evenkeel/server/bin/evenkeel.mjs /usr/local/bin/evenkeel
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "server/dist/main.js"]
