namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Marks a parameter that is fetched when the function starts.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class InputBindingAttribute : BindingAttribute
{
#pragma warning disable CA1012 // The genuine one is public too.
    /// <summary>For derived attributes.</summary>
    public InputBindingAttribute()
    {
    }
#pragma warning restore CA1012
}
