namespace Kpr.Functions.Register;

/// <summary>Something in the register that is not as it was written.</summary>
/// <param name="Place">Container and name of the blob, and the line where there is one.</param>
/// <param name="Fault">What is wrong, in Norwegian.</param>
public sealed record RegisterFault(string Place, string Fault);
