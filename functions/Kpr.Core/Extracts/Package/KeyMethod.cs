namespace Kpr.Core.Extracts.Package;

/// <summary>How persons are named in an extract.</summary>
public enum KeyMethod
{
    /// <summary>By keys of the project: a keyed hash under a secret of the project's own.</summary>
    ProjectKeys,

    /// <summary>By serial numbers (løpenumre) of a linkage, which the linker replaces by keys of the project.</summary>
    LinkageSerials,
}
