/** Names that people give to pictures, in which a careless pattern sees a secret. */
export const ORDINARY_NAMES: readonly string[] = [
  '01_light_mode_home_screen.png',
  '02_high_resolution_map_of_the_city.png',
  '03_ghost_mode_in_the_night_view.png',
  'ght_mode_overview_of_the_week.png',
  'ghp_settings_and_notifications.png',
  'ghs_01.screenshot-of-the-home-screen-in-dark-mode.png',
  'github_pattern_library_for_the_whole_team.png',
  'github_pat_settings_page.png',
  'eyJogging.in_the_morning_in_the_park.finalVersion.png',
  'eyJogging_in_the_morning.eyJogging.png',
  'iPhone15ProMax_en_US_01_HomeScreenLightMode_final_2024.png',
  'c29tZSBvcmRpbmFyeSBuYW1lIG9mIGEgZmlsZQ==.png',
  'd41d8cd98f00b204e9800998ecf8427e.png',
  'Signature=and-uploadId=1.png',
]
