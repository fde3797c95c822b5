namespace Kpr.Core.Formats.KuhrDelivery;

/// <summary>The files of a delivery. A row of <see cref="Claim"/> is a record; the rows of the others belong to it.</summary>
public enum KuhrFileKind
{
    /// <summary>regning: one row a claim, in an order that the other files follow.</summary>
    Claim,

    /// <summary>person: whom the claim is about. Kept apart from all else.</summary>
    Person,

    /// <summary>diagnose: the diagnoses of a claim.</summary>
    Diagnosis,

    /// <summary>takst: the tariffs of a claim.</summary>
    Tariff,
}
