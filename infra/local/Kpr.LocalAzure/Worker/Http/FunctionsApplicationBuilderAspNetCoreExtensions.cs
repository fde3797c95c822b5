namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>ASP.NET Core integration of the builder.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>Lets HTTP functions take and return what ASP.NET Core knows.</summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseWeb();
        return builder;
    }
}
