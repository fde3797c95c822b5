namespace Kpr.Core.Cases.Parties;

/// <summary>A health register (helseregister) as a party: who controls it and what the law says of it.</summary>
/// <param name="Code">Short code, for example <c>kpr</c>.</param>
/// <param name="Name">Its Norwegian name.</param>
/// <param name="Controller">Organisation number of the controller.</param>
/// <param name="DecidedByHelsedataservice">Whether Helsedataservice decides on access (annex of forskrift 2023-01-11-48).</param>
/// <param name="UnderSection11">Whether it is a register under helseregisterloven § 11, so that the exemption of § 19 b may be used.</param>
/// <param name="UnderSection9b">Whether it is a register under § 9 b: linked only without the controller seeing identifiers (§ 19 c 2nd paragraph).</param>
/// <param name="CommercialUseBanned">Whether commercial use is banned (forskrift 2019-06-21-789 § 1-3).</param>
/// <param name="Begins">First day of its data; null when not known here.</param>
public sealed record HealthRegister(
    string Code, string Name, string Controller, bool DecidedByHelsedataservice = true, bool UnderSection11 = true, bool UnderSection9b = false,
    bool CommercialUseBanned = false, DateOnly? Begins = null);
