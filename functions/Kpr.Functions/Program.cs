using Kpr.Functions;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddKpr(builder.Configuration);
#if AZURE_LIBRARIES_NUGET
Kpr.Functions.Telemetry.AzureMonitor.AddTo(builder.Services, builder.Configuration);
#endif
await builder.Build().RunAsync();
