namespace Kpr.Core.Catalogue;

/// <summary>What kind of service a service type (tjenestetype) is.</summary>
public enum ServiceGroup
{
    /// <summary>Home services (hjemmetjenester).</summary>
    Home,

    /// <summary>Welfare technology (velferdsteknologi).</summary>
    Technology,

    /// <summary>Stay in an institution (institusjon).</summary>
    Institution,

    /// <summary>Housing (bolig).</summary>
    Housing,

    /// <summary>Coercive measures (tvang).</summary>
    Coercion,
}
