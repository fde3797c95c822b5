namespace Kpr.Core.Cases.Content;

/// <summary>What the data are for.</summary>
/// <param name="Category">Main purpose.</param>
/// <param name="Text">The purpose in words, with research questions.</param>
/// <param name="Benefit">Expected benefit to society (vesentlig samfunnsinteresse).</param>
/// <param name="PublicBody">Whether the applicant is a public body.</param>
/// <param name="StatutoryTask">The duty in law, regulation or instruction that the use fulfils.</param>
/// <param name="OwnResearchOfRegister">Whether the register's controller researches on its own register.</param>
/// <param name="Uses">Uses that the law singles out.</param>
public sealed record PurposeSection(
    PurposeCategory Category, string Text, string? Benefit = null, bool PublicBody = false, string? StatutoryTask = null,
    bool OwnResearchOfRegister = false, IReadOnlyList<IntendedUse>? Uses = null);
