namespace Kpr.Core.Cases;

/// <summary>The variables that a register offers, and for which periods.</summary>
public interface IVariableCatalogue
{
    /// <summary>The period for which a register has a variable; null when the register does not have it, or the register is not in the catalogue.</summary>
    /// <param name="register">Code of the register.</param>
    /// <param name="variable">Id of the variable.</param>
    VariablePeriod? Find(string register, string variable);

    /// <summary>Whether the catalogue lists the register's variables at all.</summary>
    bool Covers(string register);
}
