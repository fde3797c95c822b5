namespace Kpr.LocalAzure.Hosting;

/// <summary>In the services when the app has asked for ASP.NET Core integration; HTTP functions need it.</summary>
internal sealed class WebIntegration;
