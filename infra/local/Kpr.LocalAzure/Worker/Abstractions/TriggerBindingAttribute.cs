namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Marks the parameter that receives what starts the function.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : BindingAttribute
{
#pragma warning disable CA1012 // The genuine one is public too.
    /// <summary>For derived attributes.</summary>
    public TriggerBindingAttribute()
    {
    }
#pragma warning restore CA1012
}
