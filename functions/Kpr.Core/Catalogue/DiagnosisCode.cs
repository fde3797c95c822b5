using Kpr.Core.Identity;

namespace Kpr.Core.Catalogue;

/// <summary>A code of a diagnosis system (ICPC-2, ICD-10), as the operator has loaded it.</summary>
/// <param name="Code">The code in upper case; ICD-10 without full stop.</param>
/// <param name="Title">Norwegian title.</param>
/// <param name="Validity">When the code is in use.</param>
/// <param name="Chapter">The chapter: a letter of ICPC-2, a Roman numeral or letter of ICD-10; empty when not told.</param>
/// <param name="Sex">The only sex that the code fits; <see cref="Sex.Unknown"/> when it fits all.</param>
public sealed record DiagnosisCode(string Code, string Title, Period Validity, string Chapter, Sex Sex);
