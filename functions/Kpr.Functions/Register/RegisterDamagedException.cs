namespace Kpr.Functions.Register;

/// <summary>Something that was to be read from the register is not as it was written. No row of it has been given.</summary>
/// <param name="fault">What, and where.</param>
public sealed class RegisterDamagedException(RegisterFault fault) : IOException($"{fault.Place}: {fault.Fault}")
{
    /// <summary>What, and where.</summary>
    public RegisterFault Fault => fault;
}
