namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Binds a parameter or a property of a function to something outside.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class BindingAttribute : Attribute
{
#pragma warning disable CA1012 // The genuine one is public too.
    /// <summary>For derived attributes.</summary>
    public BindingAttribute()
    {
    }
#pragma warning restore CA1012
}
